package dev.roster.entra;

import dev.roster.directory.GroupMembers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reading of one group's members, as far as it has come.
 *
 * @param url of the next page, relative to the version
 * @param soFar from the pages already read
 * @param failures in a row, without a page between them
 * @param restarts how often it began anew because Graph had forgotten the page
 * @param refused whether Graph did not accept the token for this page; it may say so once
 */
record MemberPart(
        String groupId, String url, GroupMembers soFar, LinkTrail trail, int failures, int restarts, boolean refused) {

    /** Faults of Graph pass quickly or not at all; throttling may last, and each wait is Graph's own wish. */
    private static final int MOST_FAULTS = 6;

    private static final int MOST_THROTTLED = 40;
    private static final int MOST_RESTARTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LONGEST_BACKOFF_SECONDS = 60;

    static MemberPart first(String groupId, int restarts) {
        String encoded = URLEncoder.encode(groupId, StandardCharsets.UTF_8).replace("+", "%20");
        String url = "/groups/" + encoded + "/members?$select=id&$top=999";
        GroupMembers none = new GroupMembers(groupId, List.of(), List.of(), 0);
        return new MemberPart(groupId, url, none, LinkTrail.start().then(url), 0, restarts, false);
    }

    /**
     * @throws PartFailed when asking again would not help, or has not helped often enough
     * @throws MalformedAnswer when a page is none, or a member does not say what it is
     */
    PartOutcome after(PartAnswer answer, GraphLink guard, Clock clock) {
        int status = answer.status();
        if (status == 200) {
            return page(answer, guard);
        }
        if (status == 404 && answer.code().equalsIgnoreCase("Request_ResourceNotFound")) {
            return new PartOutcome.Vanished(groupId);
        }
        if (status == 401 && !refused) {
            return new PartOutcome.Refused(new MemberPart(groupId, url, soFar, trail, failures, restarts, true));
        }
        boolean forgotten = status == 400 && answer.code().equalsIgnoreCase("Directory_ExpiredPageToken");
        if (forgotten && restarts < MOST_RESTARTS) {
            return new PartOutcome.Open(first(groupId, restarts + 1), Duration.ZERO);
        }
        int most = status == 429 ? MOST_THROTTLED : MOST_FAULTS;
        boolean passing = status == 429 || (status >= 500 && status != 501);
        if (!passing || failures >= most) {
            throw failed(answer, passing ? "tried " + (failures + 1) + " times" : "");
        }
        return again(answer, clock);
    }

    private PartOutcome again(PartAnswer answer, Clock clock) {
        int backoff = Math.min(1 << Math.min(failures, 10), LONGEST_BACKOFF_SECONDS);
        Duration pause = answer.retryAfter(clock).orElse(Duration.ofSeconds(backoff));
        if (pause.compareTo(PATIENCE) > 0) {
            throw failed(answer, "it asks to be left alone for " + pause);
        }
        return new PartOutcome.Open(new MemberPart(groupId, url, soFar, trail, failures + 1, restarts, refused), pause);
    }

    private PartFailed failed(PartAnswer answer, String problem) {
        return new PartFailed(groupId, answer.status(), answer.code(), problem);
    }

    private PartOutcome page(PartAnswer answer, GraphLink guard) {
        GroupMembers more = plus(GraphObject.present("member", GraphPage.items(answer.body())));
        Optional<String> next = GraphPage.nextLink(answer.body()).map(guard::relative);
        if (next.isEmpty()) {
            return new PartOutcome.Complete(distinct(more));
        }
        MemberPart rest = new MemberPart(groupId, next.get(), more, trail.then(next.get()), 0, restarts, false);
        return new PartOutcome.Open(rest, Duration.ZERO);
    }

    private GroupMembers plus(List<GraphObject> members) {
        List<String> people = new ArrayList<>(soFar.people());
        List<String> subgroups = new ArrayList<>(soFar.subgroups());
        int others = soFar.others();
        for (GraphObject member : members) {
            switch (member.memberType()) {
                case GraphObject.USER -> people.add(member.id());
                case GraphObject.GROUP -> subgroups.add(member.id());
                default -> others++;
            }
        }
        return new GroupMembers(groupId, people, subgroups, others);
    }

    /** Somebody who moves between pages while they are read may come twice. */
    private static GroupMembers distinct(GroupMembers members) {
        return new GroupMembers(
                members.groupId(),
                members.people().stream().distinct().toList(),
                members.subgroups().stream().distinct().toList(),
                members.others());
    }
}
