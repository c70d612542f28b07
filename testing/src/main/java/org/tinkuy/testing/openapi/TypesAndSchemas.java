package org.tinkuy.testing.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/// Holds types of bodies and answers against schemas: the same fields of the same kinds, required
/// where they are never absent, with the same words.
final class TypesAndSchemas {

    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", Instant.class, "date-time", LocalDate.class, "date");

    private static final Set<Class<?>> WHOLE =
            Set.of(
                    int.class,
                    long.class,
                    Integer.class,
                    Long.class,
                    short.class,
                    Short.class,
                    Year.class);

    /// Constraints, of which this module knows nothing else.
    private static final Set<String> REQUIRE = Set.of("NotNull", "Seen", "NotEmpty");

    private final JsonNode document;
    private final JsonMapper json;

    TypesAndSchemas(JsonNode document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    void compareRequest(Type type, JsonNode schema, String where, List<String> differences) {
        new Walk(false, differences).compare(json.constructType(type), schema, where + " takes");
    }

    void compareAnswer(Type type, JsonNode schema, String where, List<String> differences) {
        new Walk(true, differences).compare(json.constructType(type), schema, where + " answers");
    }

    private final class Walk {

        private final boolean answer;
        private final List<String> differences;
        private final Set<JavaType> seen = new HashSet<>();

        Walk(boolean answer, List<String> differences) {
            this.answer = answer;
            this.differences = differences;
        }

        void compare(JavaType type, JsonNode written, String where) {
            var schema = Schemas.plain(document, written);
            var raw = type.getRawClass();
            if (raw == Object.class
                    || raw == byte[].class
                    || JsonNode.class.isAssignableFrom(raw)) {
                return;
            }
            if (schema.isMissingNode()) {
                differences.add(where + ": there is no schema");
            } else if (type.isEnumType()) {
                kind("string", schema, where);
                words(type, schema, where);
            } else if (type.isCollectionLikeType() || type.isArrayType()) {
                kind("array", schema, where);
                compare(type.getContentType(), schema.path("items"), where + "[]");
            } else if (type.isMapLikeType()) {
                kind("object", schema, where);
            } else if (raw.isRecord()) {
                record(type, schema, where);
            } else {
                scalar(raw, schema, where);
            }
        }

        private void scalar(Class<?> raw, JsonNode schema, String where) {
            if (WHOLE.contains(raw)) {
                kind("integer", schema, where);
            } else if (raw == boolean.class || raw == Boolean.class) {
                kind("boolean", schema, where);
            } else if (Number.class.isAssignableFrom(raw) || raw == double.class) {
                kind("number", schema, where);
            } else if (raw == String.class
                    || raw == UUID.class
                    || TemporalAccessor.class.isAssignableFrom(raw)) {
                kind("string", schema, where);
            }
            var format = FORMATS.get(raw);
            if (format != null && !schema.path("format").asString("").equals(format)) {
                differences.add(where + ": has the format " + format);
            }
        }

        private void kind(String kind, JsonNode schema, String where) {
            var said = Schemas.kinds(document, schema);
            if (!said.contains(kind)) {
                differences.add("%s: is of type %s, said is %s".formatted(where, kind, said));
            }
        }

        private void words(JavaType type, JsonNode schema, String where) {
            var words =
                    Arrays.stream(type.getRawClass().getEnumConstants())
                            .map(this::word)
                            .collect(Collectors.toCollection(TreeSet::new));
            var said =
                    schema.path("enum").values().stream()
                            .filter(JsonNode::isString)
                            .map(JsonNode::asString)
                            .collect(Collectors.toCollection(TreeSet::new));
            differ(where + " words", words, said);
        }

        /// Bodies are read with small letters and hyphens, whatever answers are written with.
        private String word(Object constant) {
            return answer
                    ? json.convertValue(constant, String.class)
                    : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private void record(JavaType type, JsonNode schema, String where) {
            var described = described(type);
            if (described.findJsonValueAccessor() != null) {
                compare(described.findJsonValueAccessor().getType(), schema, where);
                return;
            }
            if (isWrittenOtherwise(type.getRawClass())) {
                return;
            }
            if (answer && isAlsoSent(type.getRawClass())) {
                new Walk(false, differences).record(type, schema, where);
                return;
            }
            kind("object", schema, where);
            if (!seen.add(type)) {
                return;
            }
            var said = Schemas.properties(document, schema);
            var fields = new TreeMap<String, BeanPropertyDefinition>();
            described.findProperties().forEach(field -> fields.put(field.getName(), field));
            differ(where + " fields", fields.keySet(), said.keySet());
            required(type, described, fields, schema, where);
            othersAreTaken(schema, where);
            fields.forEach((name, field) -> {
                if (said.containsKey(name)) {
                    compare(field.getPrimaryType(), said.get(name), where + "." + name);
                }
            });
        }

        private void required(
                JavaType type,
                BeanDescription described,
                Map<String, BeanPropertyDefinition> fields,
                JsonNode schema,
                String where) {
            var said = Schemas.required(document, schema);
            var always =
                    fields.entrySet().stream()
                            .filter(field -> isAlwaysThere(type, field.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toCollection(TreeSet::new));
            if (answer) {
                differ(where + " has always", always, said);
                if (always.size() < fields.size() && writesNull(described)) {
                    differences.add(where + ": a field may be null in an answer");
                }
            } else if (!said.containsAll(always)) {
                differ(where + " requires at least", always, said);
            }
        }

        /// Who asks is told of a field that nobody knows; who is answered passes it by.
        private void othersAreTaken(JsonNode schema, String where) {
            var closed =
                    schema.path("additionalProperties").isBoolean()
                            || schema.path("unevaluatedProperties").isBoolean();
            if (closed == answer) {
                differences.add(
                        answer
                                ? where + ": answers may have more fields later"
                                : where + ": needs additionalProperties: false");
            }
        }

        private boolean isAlwaysThere(JavaType type, BeanPropertyDefinition field) {
            var component =
                    Arrays.stream(type.getRawClass().getRecordComponents())
                            .filter(each -> each.getName().equals(field.getInternalName()))
                            .findFirst();
            if (component.isEmpty()) {
                return true;
            }
            var isNullable = component.get().getAnnotatedType().isAnnotationPresent(Nullable.class);
            return answer
                    ? !isNullable
                    : component.get().getType().isPrimitive() || requires(component.get());
        }

        private void differ(String what, Set<String> handled, Set<String> said) {
            if (!handled.equals(said)) {
                differences.add("%s: is %s, said is %s".formatted(what, handled, said));
            }
        }

        private BeanDescription described(JavaType type) {
            MapperConfig<?> config =
                    answer ? json.serializationConfig() : json.deserializationConfig();
            var introspector = config.classIntrospectorInstance().forOperation(config);
            var annotations = introspector.introspectClassAnnotations(type);
            return answer
                    ? introspector.introspectForSerialization(type, annotations)
                    : introspector.introspectForDeserialization(type, annotations);
        }
    }

    /// Its parts are not what stands in the JSON.
    private static boolean isWrittenOtherwise(Class<?> raw) {
        return Arrays.stream(raw.getDeclaredMethods())
                .map(method -> method.getAnnotation(JsonCreator.class))
                .anyMatch(creator ->
                        creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    /// What is read, changed and sent back has one schema, of what may be sent.
    private static boolean isAlsoSent(Class<?> raw) {
        return Arrays.stream(raw.getRecordComponents()).anyMatch(TypesAndSchemas::requires);
    }

    private static boolean requires(RecordComponent component) {
        return requires((AnnotatedElement) component)
                || requires(component.getAnnotatedType())
                || requires(component.getAccessor());
    }

    private static boolean requires(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        REQUIRE.contains(annotation.annotationType().getSimpleName()));
    }

    private boolean writesNull(BeanDescription described) {
        var usual = json.serializationConfig().getDefaultPropertyInclusion();
        var inclusion = described.findPropertyInclusion(usual);
        return inclusion == null
                || (inclusion.getValueInclusion() != JsonInclude.Include.NON_NULL
                        && inclusion.getValueInclusion() != JsonInclude.Include.NON_EMPTY
                        && inclusion.getValueInclusion() != JsonInclude.Include.NON_ABSENT);
    }
}
