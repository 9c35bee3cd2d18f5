# Tablas de fichas.
import-file-table = { $file }: tabla, una ficha por fila ({ $kind }); columnas no tomadas: { $unknown ->
    [none] ninguna
   *[other] { $unknown }
}
import-examples = { $file }: { $count ->
    [one] una fila de ejemplo
   *[other] { $count } filas de ejemplo
} pasadas por alto (empiezan por «# »)
import-sheet-left = { $file }: hoja «{ $sheet }» no tomada, no se entienden sus columnas
import-columns-missing = Faltan columnas obligatorias ({ $kind }): { $columns }. Véase: cartera template { $accepted }
import-cell-error = Falló la fórmula de la celda: { $text }
import-link-none = No hay ninguna ficha «{ $text }» ({ $kind }){ $nearest ->
    [none] {""}
   *[other] . Más parecidas: { $nearest }
}
import-link-uid = La ficha de ese uid ({ $kind }) no está ni en los archivos ni en el libro: «{ $text }»
import-link-number = No hay ninguna ficha de ese número ({ $kind }): «{ $text }»
import-like = ya hay otra que se llama igual{ $number ->
    [none] {""}
   *[other] {" "}(#{ $number })
}, con otras fechas
import-why-same = la misma por aquello de lo que trata
import-circle = { $field } no tomado: «{ $text }» llevaría de vuelta al principio
import-kind-unfit = Lo que el programa lleva por sí mismo no se lee de tablas: { $kind }
