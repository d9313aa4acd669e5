/**
 * The runner. It detects the target, makes worlds where there is a control API, runs the scenarios on the JUnit
 * Platform, and records the results.
 */
package dev.hubtwin.internal.contract.runner;
