package dev.roster.store;

import java.util.List;

/**
 * Some of many.
 *
 * @param page from 0
 * @param size how many a full page has
 * @param total how many there are on all pages
 */
public record Page<T>(int page, int size, long total, List<T> items) {}
