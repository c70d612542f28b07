package org.tinkuy.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Titles of other words each time, so that compression finds no more than in a real programme.
final class Titles {

    private static final List<String> WORDS =
            List.of(
                    "agua",
                    "minería",
                    "cobre",
                    "comunidades",
                    "futuro",
                    "energía",
                    "datos",
                    "seguridad",
                    "relaves",
                    "mujeres",
                    "salud",
                    "canon",
                    "litio",
                    "exploración",
                    "jóvenes",
                    "innovación",
                    "puertos",
                    "ríos",
                    "licencia",
                    "automatización",
                    "desarrollo",
                    "territorio",
                    "diálogo",
                    "inversión",
                    "empleo",
                    "regiones",
                    "clima",
                    "riesgo",
                    "formación",
                    "cadenas",
                    "proveedores",
                    "transporte");

    private Titles() {}

    /// The same for the same number, and of no other.
    static String of(int number, int words) {
        var random = new Random(number);
        return IntStream.range(0, words)
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" ", "", " " + (number + 1)));
    }
}
