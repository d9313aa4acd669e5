package dev.hubtwin.internal.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened to a world, told so that it can be done again. Its JSON names its kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Deed {

    /** What cannot be told so: the world is kept whole, as it is afterwards. */
    Deed WHOLE = new Deed() {};
}
