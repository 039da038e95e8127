package dev.roster.store;

/**
 * Which page is asked for.
 *
 * @param page from 0
 */
public record PageRequest(int page, int size) {

    /** More than this is not given at once. */
    public static final int LARGEST = 1000;

    /** @throws IllegalArgumentException when the page is negative, or the size is not between 1 and 1000 */
    public PageRequest {
        if (page < 0) {
            throw new IllegalArgumentException("page counts from 0");
        }
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size is between 1 and " + LARGEST);
        }
    }

    long offset() {
        return (long) page * size;
    }
}
