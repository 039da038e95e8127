package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bitbucket's pages. */
final class BitbucketPages {

    private static final int DEFAULT = 25;

    private BitbucketPages() {}

    static int start(Call call) {
        return Math.max(0, call.number("start", 0));
    }

    /** What the client asks for, cut to what the administrator allows. */
    static int limit(Call call, int most) {
        int wanted = call.number("limit", DEFAULT);
        return Math.min(most, wanted < 1 ? DEFAULT : wanted);
    }

    /** @param limit as it was applied, which may be less than the client asked for */
    static SimulatedAnswer answer(Slice<? extends JsonNode> slice, int limit) {
        int size = slice.items().size();
        ObjectNode page = JsonText.object()
                .put("size", size)
                .put("limit", limit)
                .put("isLastPage", slice.last())
                .put("start", slice.start())
                .set("values", JsonText.nodes(slice.items()));
        if (slice.last()) {
            page.putNull("nextPageStart");
        } else {
            page.put("nextPageStart", slice.start() + size);
        }
        return JsonText.answer(200, page);
    }
}
