/** How much of the description was met: operations, statuses, parameters with their values, and members of answers. */
package dev.hubtwin.internal.contract.coverage;
