package dev.hubtwin.internal.contract.runner;

import java.util.Locale;

/** Finds the class of a part of a contract by its group. */
public final class ContractParts {

    private static final String CONTRACTS = "dev.hubtwin.internal.contract.";
    private static final String SUFFIX = "Contract";

    private ContractParts() {}

    /**
     * Returns the class of a group such as {@code MembersContract.Pages}, which stands in the package of its tag.
     *
     * @throws AssertionError if there is none
     */
    public static Class<?> type(String group) {
        String tag = group.substring(0, group.indexOf(SUFFIX)).toLowerCase(Locale.ROOT);
        try {
            return Class.forName(CONTRACTS + tag + "." + group.replace('.', '$'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no part of a contract called " + group, e);
        }
    }
}
