# Exportaciones de otros programas.
import-file-export = { $file }: { $rows ->
    [contacts] contactos
    [companies] empresas
    [deals] negocios
    [accounts] cuentas
    [leads] candidatos
   *[opportunities] oportunidades
} de { $program }; columnas sin usar: { $unknown ->
    [none] ninguna
   *[other] { $unknown }
}
import-report-end = { $file }: { $count ->
    [one] una línea
   *[other] { $count } líneas
} del final del informe sin tomar
import-days-unproved = { $file }: los días como { $text } se leen con el { $first ->
    [day] día
   *[month] mes
} delante; ningún día del fichero lo prueba
import-company-unknown = La empresa solo se nombra por su número en ese programa ({ $text }): importa también su fichero de empresas
