# Spreadsheets that cannot be read.
sheet-password = The spreadsheet is protected by a password: save it without one
sheet-too-large = The spreadsheet is too large: save the sheet that is wanted as a file of its own
sheet-foreign = This packed file is no spreadsheet. Accepted: XLSX, XLSM, XLS, ODS, CSV
sheet-broken = The spreadsheet is damaged or cut: it cannot be opened ({ $error })
sheet-stumbled = The spreadsheet is damaged: it cannot be read
sheet-damaged = Sheet “{ $sheet }” is damaged after row { $row } ({ $error })
