package org.tinkuy.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A main class to run in a process of its own with the running JDK. The process ends when its
/// standard input is closed or this JVM dies, and writes what it prints to the log.
///
/// @param options options of the JVM
public record JavaProgram(
        String mainClass,
        List<Path> classPath,
        List<String> options,
        List<String> arguments,
        Map<String, String> environment,
        Path log) {

    /// The same program with more options.
    public JavaProgram withOptions(List<String> more) {
        var all = Stream.concat(options.stream(), more.stream()).toList();
        return new JavaProgram(mainClass, classPath, all, arguments, environment, log);
    }

    public Process start() {
        var process = new ProcessBuilder(Platform.deafToInterrupt(command()));
        process.environment().putAll(environment);
        process.redirectErrorStream(true);
        process.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().resolve("..").normalize());
            return process.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + mainClass, e);
        }
    }

    List<String> command() {
        var command = new ArrayList<String>();
        command.add(Platform.java().toString());
        command.addAll(options);
        command.addAll(List.of("-cp", path(), ParentGuard.class.getName(), mainClass));
        command.addAll(arguments);
        return command;
    }

    private String path() {
        return classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// What this JVM itself runs with.
    static List<Path> ownClassPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }
}
