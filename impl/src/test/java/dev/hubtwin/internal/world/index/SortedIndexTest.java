package dev.hubtwin.internal.world.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SortedIndexTest {

    @RepeatedTest(20)
    void agreesWithATreeSet(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        TreeSet<Integer> model = new TreeSet<>();
        SortedIndex<Integer> ranked = SortedIndex.natural();
        for (int i = 0; i < 400; i++) {
            int element = random.nextInt(120);
            if (random.nextInt(5) < 3) {
                model.add(element);
                ranked = ranked.plus(element);
            } else {
                model.remove(element);
                ranked = ranked.minus(element);
            }
            compare(model, ranked, random.nextInt(130) - 5, random.nextInt(50));
        }
    }

    private static void compare(TreeSet<Integer> model, SortedIndex<Integer> ranked, int probe, int count) {
        List<Integer> all = new ArrayList<>(model);
        assertEquals(all, List.copyOf(ranked.elements()));
        assertEquals(model.contains(probe), ranked.contains(probe));
        assertEquals(model.headSet(probe, true).size(), ranked.rankAfter(probe));
        int from = Math.max(0, probe);
        assertEquals(all.stream().skip(from).limit(count).toList(), ranked.slice(from, count));
        Collections.reverse(all);
        assertEquals(all.stream().skip(from).limit(count).toList(), ranked.sliceDescending(from, count));
    }

    @Test
    void staysTheSameObjectWhenNothingChanges() {
        SortedIndex<Integer> ranked = SortedIndex.<Integer>natural().plus(3).plus(1);
        assertSame(ranked, ranked.plus(1));
        assertSame(ranked, ranked.minus(2));
    }

    @Test
    void aPageFarBeyondTheEndIsEmpty() {
        assertEquals(List.of(), SortedIndex.<Integer>natural().plus(1).slice(Long.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(List.of(1), SortedIndex.<Integer>natural().plus(1).slice(0, Integer.MAX_VALUE));
    }
}
