/** Users who are signing in: codes of browsers and devices on their way. */
package dev.hubtwin.internal.signin;
