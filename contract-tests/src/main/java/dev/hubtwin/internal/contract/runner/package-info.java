/**
 * The runner: it finds a target, arranges worlds of its own where there is a control API, runs the scenarios on the
 * JUnit Platform, and writes down what became of them.
 */
package dev.hubtwin.internal.contract.runner;
