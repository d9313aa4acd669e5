/** Pages for people: a manifest becomes an app, and an app is installed. */
package dev.hubtwin.internal.pages;
