/**
 * The {@code linkspan} command. {@link dev.linkspan.cli.LinkspanCli#run} is a function of its arguments and its {@link
 * dev.linkspan.cli.Surroundings}; there is one class for each command.
 */
package dev.linkspan.cli;
