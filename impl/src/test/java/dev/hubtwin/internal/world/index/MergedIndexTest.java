package dev.hubtwin.internal.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.world.index.MergedIndex.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Parts of several lists, read as one. */
class MergedIndexTest {

    @RepeatedTest(30)
    @DisplayName("Any page of parts of some indexes is that of their elements put in order, in both directions")
    void agreesWithOneList(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TreeSet<Integer> model = new TreeSet<>();
        List<Stretch<Integer>> stretches = new ArrayList<>();
        int lists = random.nextInt(7);
        for (int i = 0; i < lists; i++) {
            int list = i;
            SortedIndex<Integer> index = SortedIndex.of(
                    random.ints(random.nextInt(60), 0, 500)
                            .map(element -> element * lists + list)
                            .distinct()
                            .boxed()
                            .toList(),
                    Comparator.naturalOrder());
            int from = random.nextInt(index.size() + 1);
            Stretch<Integer> stretch = new Stretch<>(index, from, from + random.nextInt(index.size() - from + 1));
            stretches.add(stretch);
            model.addAll(stretch.elements());
        }
        MergedIndex<Integer> merged = new MergedIndex<>(stretches, Comparator.naturalOrder());
        List<Integer> all = new ArrayList<>(model);
        List<Integer> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        assertEquals(all.size(), merged.size());
        for (int from = 0; from <= all.size() + 1; from++) {
            int count = random.nextInt(20);
            assertEquals(all.stream().skip(from).limit(count).toList(), merged.slice(from, count));
            assertEquals(reversed.stream().skip(from).limit(count).toList(), merged.sliceDescending(from, count));
        }
    }

    @Test
    @DisplayName("A page takes a few comparisons of a long list, however far back it is")
    void isFlat() {
        long[] compared = {0};
        Comparator<Integer> order = (one, other) -> {
            compared[0]++;
            return one.compareTo(other);
        };
        List<Stretch<Integer>> stretches = new ArrayList<>();
        for (int list = 0; list < 4; list++) {
            List<Integer> elements = new ArrayList<>();
            for (int i = 0; i < 40_000; i++) {
                elements.add(i * 4 + list);
            }
            stretches.add(Stretch.of(SortedIndex.of(elements, Comparator.naturalOrder())));
        }
        MergedIndex<Integer> merged = new MergedIndex<>(stretches, order);
        for (int from : List.of(0, 1_000, 80_000, 159_970)) {
            compared[0] = 0;
            assertEquals(from, merged.slice(from, 30).get(0));
            assertTrue(compared[0] < 3_000, from + " took " + compared[0]);
        }
    }
}
