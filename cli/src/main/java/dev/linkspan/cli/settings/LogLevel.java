package dev.linkspan.cli.settings;

/** How much is told on standard error beyond what a command has to say, least first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    /** Also shows where an unexpected fault arose. */
    DEBUG
}
