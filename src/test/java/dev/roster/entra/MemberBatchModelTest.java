package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.GroupMembers;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever pages, order, throttling and faults Graph answers with, what is read is what the tenant holds. */
class MemberBatchModelTest {

    private static final String HOST = "http://127.0.0.1:9";
    private static final Pattern URL =
            Pattern.compile("/groups/(g\\d+)/members\\?\\$select=id&\\$top=999(?:&at=(\\d+))?");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20260109, 424242, 7_000_215})
    void readsExactlyWhatTheTenantHolds(long seed) {
        Random random = new Random(seed);
        Map<String, List<Map<String, Object>>> tenant = tenant(random);
        Set<String> deleted = new TreeSet<>();
        tenant.keySet().stream().filter(id -> random.nextInt(10) == 0).forEach(deleted::add);

        Map<String, GroupMembers> read = new TreeMap<>();
        Set<String> vanished = new TreeSet<>();
        for (MemberBatch batch :
                MemberBatch.of(List.copyOf(tenant.keySet()), new GraphLink(URI.create(HOST)), Clock.systemUTC())) {
            readAll(batch, new Moody(random, tenant, deleted), read, vanished);
        }

        assertThat(vanished).isEqualTo(deleted);
        assertThat(read).isEqualTo(expected(tenant, deleted));
    }

    private static void readAll(MemberBatch first, Moody graph, Map<String, GroupMembers> read, Set<String> vanished) {
        MemberBatch batch = first;
        while (batch.isOpen()) {
            batch = batch.absorb(graph.answer(batch.body()));
            for (GroupMembers members : batch.complete()) {
                assertThat(read.put(members.groupId(), members))
                        .as("given out twice")
                        .isNull();
            }
            vanished.addAll(batch.vanished());
        }
    }

    private static Map<String, List<Map<String, Object>>> tenant(Random random) {
        Map<String, List<Map<String, Object>>> tenant = new LinkedHashMap<>();
        String[] types = {"user", "user", "user", "group", "device", "servicePrincipal"};
        int groups = 1 + random.nextInt(70);
        for (int g = 0; g < groups; g++) {
            List<Map<String, Object>> members = new ArrayList<>();
            int size = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
            for (int m = 0; m < size; m++) {
                members.add(BatchAnswers.member(types[random.nextInt(types.length)], "m" + m));
            }
            tenant.put("g" + g, members);
        }
        return tenant;
    }

    private static Map<String, GroupMembers> expected(
            Map<String, List<Map<String, Object>>> tenant, Set<String> deleted) {
        Map<String, GroupMembers> expected = new TreeMap<>();
        tenant.forEach((id, members) -> {
            List<String> people = ids(members, "user");
            List<String> groups = ids(members, "group");
            int others = members.size() - people.size() - groups.size();
            expected.put(id, new GroupMembers(id, people, groups, others));
        });
        expected.keySet().removeAll(deleted);
        return expected;
    }

    private static List<String> ids(List<Map<String, Object>> members, String type) {
        return members.stream()
                .filter(member -> ("#microsoft.graph." + type).equals(member.get("@odata.type")))
                .map(member -> String.valueOf(member.get("id")))
                .toList();
    }

    /** A Graph that answers each part with a page, a throttle or a fault, as chance will have it, in any order. */
    private record Moody(Random random, Map<String, List<Map<String, Object>>> tenant, Set<String> deleted) {

        Map<String, Object> answer(MemberBatch.Body body) {
            assertThat(body.requests()).hasSizeBetween(1, 20);
            List<Map<String, Object>> responses = new ArrayList<>();
            for (MemberBatch.Part part : body.requests()) {
                responses.add(answer(part));
            }
            Collections.shuffle(responses, random);
            return BatchAnswers.batch(responses);
        }

        private Map<String, Object> answer(MemberBatch.Part part) {
            Matcher url = URL.matcher(part.url());
            assertThat(url.matches()).as(part.url()).isTrue();
            int mood = random.nextInt(10);
            if (mood == 0) {
                return BatchAnswers.throttled(part.id(), 429, String.valueOf(random.nextInt(20)));
            }
            if (mood == 1) {
                return BatchAnswers.error(part.id(), 500 + 2 * random.nextInt(3), "UnknownError");
            }
            if (deleted.contains(url.group(1))) {
                return BatchAnswers.error(part.id(), 404, "Request_ResourceNotFound");
            }
            return page(part.id(), url.group(1), url.group(2) == null ? 0 : Integer.parseInt(url.group(2)));
        }

        private Map<String, Object> page(String part, String group, int from) {
            List<Map<String, Object>> members = tenant.getOrDefault(group, List.of());
            int to = Math.min(members.size(), from + 1 + random.nextInt(25));
            Map<String, Object> body = new HashMap<>(Map.of("value", members.subList(from, to)));
            if (to < members.size()) {
                body.put("@odata.nextLink", HOST + "/v1.0/groups/" + group + "/members?$select=id&$top=999&at=" + to);
            }
            return BatchAnswers.part(part, 200, Map.of(), body);
        }
    }
}
