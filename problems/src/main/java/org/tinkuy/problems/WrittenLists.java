package org.tinkuy.problems;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/// A list in a query has commas between its items, which are taken as they are written: Spring
/// would strip them first.
final class WrittenLists implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, List.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        var items = target.getElementTypeDescriptor();
        return items != null && items.getType() == String.class;
    }

    @Override
    public Object convert(
            @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        var text = source == null ? "" : source.toString();
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}
