package dev.roster.demo.product;

import java.util.HexFormat;

/** How a product writes the lasting id of an account; computed from a number, so that no map of keys is needed. */
public enum AccountKeys {
    /** {@code JIRAUSER10100}. */
    JIRA {
        @Override
        String keyOf(int number) {
            return PREFIX + (FIRST + number);
        }

        @Override
        int numberOf(String key) {
            return key.startsWith(PREFIX) ? decimal(key.substring(PREFIX.length())) - FIRST : -1;
        }
    },
    /** 32 hexadecimal digits. */
    CONFLUENCE {
        @Override
        String keyOf(int number) {
            return CONFLUENCE_PREFIX + HexFormat.of().toHexDigits(number);
        }

        @Override
        int numberOf(String key) {
            if (key.length() != 32 || !key.startsWith(CONFLUENCE_PREFIX)) {
                return -1;
            }
            try {
                return HexFormat.fromHexDigits(key, CONFLUENCE_PREFIX.length(), key.length());
            } catch (IllegalArgumentException e) {
                return -1;
            }
        }
    },
    /** A plain number, from 1. */
    BITBUCKET {
        @Override
        String keyOf(int number) {
            return Integer.toString(number + 1);
        }

        @Override
        int numberOf(String key) {
            return decimal(key) - 1;
        }
    };

    private static final String PREFIX = "JIRAUSER";
    private static final int FIRST = 10100;
    private static final String CONFLUENCE_PREFIX = "8a8a80c18f2b0001018f2b00";

    abstract String keyOf(int number);

    /** Negative when it is no key of this product. */
    abstract int numberOf(String key);

    private static int decimal(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
