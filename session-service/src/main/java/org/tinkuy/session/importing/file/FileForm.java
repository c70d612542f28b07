package org.tinkuy.session.importing.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tinkuy.problems.StrictInput;
import org.tinkuy.session.importing.ImportProgrammes;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How a file of programmes is spelled, in both directions.
final class FileForm {

    private FileForm() {}

    static YAMLMapper mapper() {
        var builder =
                YAMLMapper.builder(
                                YAMLFactory.builder()
                                        .loadSettings(settings())
                                        .streamReadConstraints(anyNumberOfALine())
                                        .build())
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .changeDefaultPropertyInclusion(inclusion ->
                                inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .withConfigOverride(
                                List.class,
                                lists ->
                                        lists.setNullHandling(
                                                JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        StrictInput.configureForCallers(builder);
        return builder.build();
    }

    /// A number with more digits than the parser reads by itself is refused as each that is too
    /// large: by its field. There, the parser would know neither field nor line.
    private static StreamReadConstraints anyNumberOfALine() {
        return StreamReadConstraints.builder().maxNumberLength(FileText.LONGEST_LINE).build();
    }

    /// The parser's own limit is 3 MB of characters. Ours is counted in bytes, before it is parsed.
    static LoadSettings settings() {
        return LoadSettings.builder()
                .setCodePointLimit(Math.toIntExact(ImportProgrammes.LARGEST_FILE.toBytes()))
                .build();
    }
}
