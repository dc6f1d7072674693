package dev.relevo.crm.file;

/// The file is larger than allowed here.
public final class FileTooLarge extends RuntimeException {

  public FileTooLarge(long limit) {
    super("the file is larger than " + limit + " bytes");
  }
}
