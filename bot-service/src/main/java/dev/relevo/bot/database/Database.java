package dev.relevo.bot.database;

/// A PostgreSQL that is ready for migrations and for work.
interface Database extends AutoCloseable {

  /// Owns schemas and tables; used by migrations alone.
  Login owner();

  /// Reads and writes, owns nothing.
  Login application();

  /// What it is, in a few words for the operator.
  String description();

  @Override
  void close();
}
