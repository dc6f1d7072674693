package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the option that names the packaged application: there must be such a file.
public final class JarFile implements ITypeConverter<Way.Jar> {

  @Override
  public Way.Jar convert(String path) {
    var jar = new Way.Jar(Path.of(path));
    try {
      jar.check();
    } catch (IOException absent) {
      throw new TypeConversionException(absent.getMessage());
    }
    return jar;
  }
}
