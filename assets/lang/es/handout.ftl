# Documentos que se entregan.
handout-internal = Interno · confidencial
handout-for-me = Solo para mí · contiene confidencias
handout-for = Para { $name }
handout-bulletin = Novedades
handout-portfolio-then = Los ingresos son los de los doce meses hasta el { $day }; lo escrito a mano, valorado o vendido se cuenta como se conoce hoy.
handout-emptied = Este documento hablaba de alguien que ha sido olvidado, y entonces se vació. Sus cifras quedan para comparar con ellas el próximo informe.
handout-portfolio = Cartera de clientes
handout-clients = { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
 }
handout-unanswered = No se ha podido hacer el documento: el libro ha contestado otra cosa.
handout-unreadable = «{ $title }» se emitió con una versión más nueva de cartera; ábrelo con ella.
handout-none-issued = Aún no se ha emitido ningún informe. cartera report management --issue guarda uno, y el siguiente dirá qué ha cambiado.
handout-written = Escrito: { $title }, { $path }
handout-no-period = «{ $text }» no es un periodo. Se admite: 2026, 2026-T4, 2026-11, nov 2026.
handout-period-ahead = Ese tiempo empieza el { $day } y aún no ha pasado nada en él. De lo que está por venir solo trata el plan: cartera report plan, o plan-page.
handout-no-number = «{ $text }» no es un número. cartera report list muestra los números de los informes emitidos.
handout-other-ending = { $path } no termina como un fichero de --format { $format }. Quita --format o cambia la terminación.
handout-binary = Un libro de cálculo no es texto para un terminal. --output FICHERO.xlsx lo escribe en un fichero.
handout-cli-management = Todas las cuentas clave en una página, para dirección
handout-cli-plan = El plan de una cuenta, completo
handout-cli-plan-page = El plan de una cuenta en una página
handout-cli-review = La revisión de negocio de una cuenta
handout-cli-client = Lo que se enseña al cliente del plan y la revisión
handout-cli-brief = Una pantalla antes de la reunión, como documento
handout-cli-bulletin = Lo que conviene comunicar a una parte de la cuenta
handout-cli-digest = Lo que un colega tiene que hacer y saber
handout-cli-portfolio = Todos los clientes por ingresos, con clases y carga
handout-cli-dossier = Todo lo que debe saber quien hereda una cuenta
handout-cli-list = Los informes emitidos, primero el último
handout-cli-show = Un informe emitido, tal como era
handout-cli-remove = Quitar un informe emitido (deshacer lo devuelve)
handout-cli-value-number = NÚMERO
handout-cli-value-period = PERIODO
handout-cli-number = Su número, como lo muestra report list
handout-cli-account = Nombre o número de la cuenta
handout-cli-colleague = Nombre o número de un colega
handout-cli-whom = Una cuenta, una persona o una reunión planificada
handout-cli-personal = Con lo que se ha contado en confianza
handout-cli-ask = Lo que necesitas de quien lo lee; una o varias veces
handout-cli-period = El tiempo del que trata: 2026, 2026-T4, 2026-11
handout-cli-format = La forma; si no, la que diga el nombre del fichero, o texto
handout-cli-output = Un fichero, o una carpeta en la que recibe un nombre libre
handout-cli-language = El idioma del documento; si no, el del programa
handout-cli-issue = Guardarlo como emitido: se reabre y el siguiente se compara con él
handout-no-workbook = No se ha podido montar el libro de cálculo: { $error }
handout-title = Documento
handout-issued = Informes emitidos
handout-make = hacerlo
handout-change = cambiar
handout-making = { $report ->
    [management] Informe de dirección
    [plan] Plan de cuenta
    [plan-page] Plan de cuenta en una página
    [review] Revisión de negocio
    [client] Versión para el cliente
    [brief] Briefing de reunión
    [bulletin] Boletín
    [digest] Resumen para el equipo
    [portfolio] Cartera
   *[dossier] Dossier
 }
handout-this-meeting = esta reunión
handout-nobody = Di primero sobre quién es el documento.
handout-nobody-known = nadie todavía
handout-no-place = Di dónde va el fichero; ~/ es tu carpeta.
handout-written-issued = Escrito y emitido: { $title }, { $path }
handout-any-time = el que elija el documento
handout-lang-en = inglés
handout-lang-es = español
handout-form-screen = en pantalla
handout-form-html = página HTML, para leer e imprimir
handout-form-xlsx = libro de Excel
handout-form-md = Markdown
handout-form-term = texto
handout-line-document = Documento
handout-line-about = Sobre
handout-line-side = Para
handout-line-period = Periodo
handout-line-asks = Necesito
handout-line-personal = Confidencial
handout-line-language = Idioma
handout-line-form = Como
handout-line-place = Fichero
handout-line-issue = Emitir
handout-help-document = qué documento
handout-help-about = ← → el siguiente; las letras buscan un nombre
handout-help-side = al cliente no se le dan los porqués; a los nuestros sí
handout-help-period = 2026, 2026-T4, 2026-11; vacío, lo decide el documento
handout-help-asks = lo que necesitas de quien lo lee; varios, separados por ;
handout-help-personal = con lo que se ha contado en confianza
handout-help-language = sea cual sea el idioma del programa
handout-help-form = leerlo aquí o escribir un fichero
handout-help-place = una carpeta o un fichero nuevo; ~/ es tu carpeta
handout-help-issue = lo guarda: se reabre y el siguiente dice qué ha cambiado
handout-no-news = No hay novedades que comunicar.
handout-pareto = Quién aporta las ventas · ✓ cuenta clave
handout-pareto-alt = { $first } de { $all } clientes aportan el { $share } de las ventas; el mayor, { $name }, el { $largest }.
handout-col-cumulative = Acumulado
handout-col-valuation = Valoración
handout-col-effort = Esfuerzo ÷ valor
handout-this-one = este documento
