/** The command line of the contract tests: options, colours, and what a job of GitHub Actions is told. */
package dev.hubtwin.internal.contract.cli;
