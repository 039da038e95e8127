/** Jira, Confluence and Bitbucket: what their answers say and what their requests carry. */
@NullMarked
package dev.roster.product;

import org.jspecify.annotations.NullMarked;
