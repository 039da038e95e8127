package dev.roster.demo.product;

/** The largest pages that the administrator allows. */
final class BitbucketLimits {

    private volatile int users = 1000;
    private volatile int groups = 1000;

    void users(int most) {
        users = most;
    }

    void groups(int most) {
        groups = most;
    }

    int users(Call call) {
        return BitbucketPages.limit(call, users);
    }

    int groups(Call call) {
        return BitbucketPages.limit(call, groups);
    }
}
