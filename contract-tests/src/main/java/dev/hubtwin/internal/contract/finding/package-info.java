/** What is wrong with a server: failures by their causes, and what is known of them. */
package dev.hubtwin.internal.contract.finding;
