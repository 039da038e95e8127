package dev.roster.demo.product;

import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes made behind the back of every client: local administrators, users, groups. Each returns this, to chain. */
public final class DirectorySeed {

    private final SimulatedDirectory directory;
    private final DirectoryState state;
    private final AccountKeys keys;

    DirectorySeed(SimulatedDirectory directory, DirectoryState state, AccountKeys keys) {
        this.directory = directory;
        this.state = state;
        this.keys = keys;
    }

    /**
     * An active local user.
     *
     * @throws IllegalStateException the name is taken
     */
    public DirectorySeed user(String name, String displayName, String email) {
        return quietly(() -> {
            if (state.accounts().find(name) != null) {
                throw new IllegalStateException("the user exists: " + name);
            }
            int number = state.accounts().nextNumber();
            state.add(SimulatedAccount.of(number, keys, name, displayName, email, true));
        });
    }

    /** A user from a directory that the product may only read. */
    public DirectorySeed readOnlyUser(String name, String displayName, String email) {
        return user(name, displayName, email).change(name, account -> account.withReadOnly(true));
    }

    /** Does nothing when it exists. */
    public DirectorySeed group(String name) {
        return quietly(() -> {
            if (state.groups().find(name) == null) {
                state.add(new SimulatedGroup(state.groups().nextNumber(), name, Named.fold(name)));
            }
        });
    }

    public DirectorySeed member(String user, String group) {
        return quietly(() -> state.join(account(user), existing(group)));
    }

    public DirectorySeed removeMember(String user, String group) {
        return quietly(() -> state.leave(account(user), existing(group)));
    }

    /** Makes one group a part of another. */
    public DirectorySeed nested(String parent, String child) {
        return quietly(() -> state.nest(existing(parent), existing(child)));
    }

    public DirectorySeed active(String user, boolean on) {
        return change(user, account -> account.active(on));
    }

    public DirectorySeed renamed(String user, String newName) {
        return change(user, account -> account.named(newName));
    }

    public DirectorySeed described(String user, String displayName, String email) {
        return change(user, account -> account.described(displayName, email));
    }

    public DirectorySeed deleteUser(String user) {
        return quietly(() -> state.delete(account(user)));
    }

    public DirectorySeed deleteGroup(String group) {
        return quietly(() -> state.delete(existing(group)));
    }

    private DirectorySeed change(String user, UnaryOperator<SimulatedAccount> change) {
        return quietly(() -> {
            SimulatedAccount account = account(user);
            state.replace(account, change.apply(account));
        });
    }

    private DirectorySeed quietly(Runnable work) {
        directory.exclusively(() -> {
            work.run();
            return this;
        });
        return this;
    }

    private SimulatedAccount account(String name) {
        return present(state.accounts().find(name), name);
    }

    private SimulatedGroup existing(String name) {
        return present(state.groups().find(name), name);
    }

    private static <T> T present(@Nullable T one, String name) {
        if (one == null) {
            throw new NoSuchElementException(name);
        }
        return one;
    }
}
