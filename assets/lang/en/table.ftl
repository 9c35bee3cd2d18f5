# Tables of records.
import-file-table = { $file }: table, one { $kind } per row; columns left out: { $unknown ->
    [none] none
   *[other] { $unknown }
}
import-examples = { $file }: { $count ->
    [one] one example row
   *[other] { $count } example rows
} passed over (they begin with “# ”)
import-sheet-left = { $file }: sheet “{ $sheet }” left out, its columns are not understood
import-columns-missing = Columns that must be there are missing for a { $kind }: { $columns }. See: cartera template { $accepted }
import-cell-error = The formula of the cell failed: { $text }
import-link-none = There is no { $kind } “{ $text }”{ $nearest ->
    [none] {""}
   *[other] . Nearest: { $nearest }
}
import-link-uid = The { $kind } of that uid is neither in the files nor in the book: “{ $text }”
import-link-number = There is no { $kind } of that number: “{ $text }”
import-like = one called the same is already there{ $number ->
    [none] {""}
   *[other] {" "}(#{ $number })
}, with other days
import-why-same = the same by what it is about
import-circle = { $field } left out: “{ $text }” would lead back to itself
import-kind-unfit = What the program keeps by itself is not read from tables: { $kind }
