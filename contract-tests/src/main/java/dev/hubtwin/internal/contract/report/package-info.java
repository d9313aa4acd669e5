/**
 * What a run found, for people and for machines: on the console, and as HTML, JSON and JUnit's XML. No secret stands in
 * it.
 */
package dev.hubtwin.internal.contract.report;
