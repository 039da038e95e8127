/** What operators see of the running program: health, information, JMX over HTTP, and Hawtio's console. */
@NullMarked
package dev.roster.monitoring;

import org.jspecify.annotations.NullMarked;
