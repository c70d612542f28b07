package org.tinkuy.session.importing.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param directory where sample programmes lie as YAML files; none: nothing is loaded
@ConfigurationProperties("tinkuy.samples")
record SampleProperties(@Nullable Path directory) {}
