package dev.roster.demo.product;

import dev.roster.demo.product.DirectoryChange.What;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accepted changes in order, in columns: a million of them must fit beside everything else. */
final class ChangeLog {

    private static final int BLOCK = 4096;

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    /** The same columns for so many changes; only references to names that exist anyway are kept. */
    private static final class Block {
        final What[] what = new What[BLOCK];
        final @Nullable String[] user = new String[BLOCK];
        final @Nullable String[] group = new String[BLOCK];
        final @Nullable String[] detail = new String[BLOCK];
        final long[] at = new long[BLOCK];
    }

    synchronized void add(
            What what, @Nullable String user, @Nullable String group, @Nullable String detail, Instant at) {
        int place = size % BLOCK;
        if (place == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.get(blocks.size() - 1);
        block.what[place] = what;
        block.user[place] = user;
        block.group[place] = group;
        block.detail[place] = detail;
        block.at[place] = at.toEpochMilli();
        size++;
    }

    /** The changes so far; later ones do not show in it. */
    synchronized List<DirectoryChange> changes() {
        List<Block> seen = List.copyOf(blocks);
        int count = size;
        return new AbstractList<>() {
            @Override
            public DirectoryChange get(int index) {
                return read(seen.get(index / BLOCK), index % BLOCK);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private static DirectoryChange read(Block block, int place) {
        return new DirectoryChange(
                block.what[place],
                block.user[place],
                block.group[place],
                block.detail[place],
                Instant.ofEpochMilli(block.at[place]));
    }

    synchronized void clear() {
        blocks.clear();
        size = 0;
    }
}
