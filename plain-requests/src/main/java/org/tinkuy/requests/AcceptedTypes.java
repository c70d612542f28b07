package org.tinkuy.requests;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// What a caller takes for an answer. Of the ranges that a type lies in, the one that says most
/// holds, and a weight of zero leaves it out (RFC 9110, 12.5.1); who names none takes all.
public final class AcceptedTypes {

    private AcceptedTypes() {}

    /// @param accept the values of the header `Accept`; those that cannot be read accept nothing
    public static boolean have(List<String> accept, MediaType type) {
        try {
            var ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty()
                    || ranges.stream()
                            .filter(range -> range.includes(type))
                            .max(Comparator.comparingInt(AcceptedTypes::specificity))
                            .filter(range -> range.getQualityValue() > 0)
                            .isPresent();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }
}
