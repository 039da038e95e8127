/** Simulated Jira, Confluence and Bitbucket Data Center, as a user and group administrator's program meets them. */
@NullMarked
package dev.roster.demo.product;

import org.jspecify.annotations.NullMarked;
