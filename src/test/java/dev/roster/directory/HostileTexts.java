package dev.roster.directory;

import java.util.List;
import java.util.Random;

/** What somebody who may choose his own name might call himself. */
public final class HostileTexts {
    private static final List<String> PARTS = List.of(
            "anna",
            "Anna",
            "ANNA",
            "é",
            "e\u0301",
            "İ",
            "I",
            "ı",
            "ß",
            "ẞ",
            "ſ",
            "ǅ",
            "\u212A",
            "𝐀",
            "😀",
            "👩\u200D💻",
            "❤\uFE0F",
            "\u202E",
            "\u200B",
            "\u0000",
            "\r\n",
            "\t",
            " ",
            "\u00A0",
            "\u3000",
            "\uD83D",
            "\uDE00",
            "%",
            "?",
            "&",
            "#",
            "/",
            "\\",
            "..",
            "'",
            "\"",
            "${jndi:ldap://x}",
            "{{secret}}",
            "RAW(x)",
            "<script>",
            "=cmd|",
            "$1",
            "@",
            "+",
            ".",
            "-",
            "x?httpMethod=DELETE&y=",
            "../../admin",
            "\u3164",
            "\uFFFF",
            "\uFE19",
            "ﬁ");

    private HostileTexts() {}

    /** Up to a dozen parts of it, rarely very many. */
    public static String next(Random random) {
        int parts = random.nextInt(20) == 0 ? random.nextInt(300) : random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(random.nextInt(8) == 0 ? anyCodePoint(random) : PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static String anyCodePoint(Random random) {
        return Character.toString(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
    }
}
