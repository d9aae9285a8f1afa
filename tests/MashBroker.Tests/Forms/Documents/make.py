"""Fills in the hub's empty form with python-docx (Debian: python3-docx), and has LibreOffice save the empty one.

Both files are checked in: the tests read documents that other programs than ours have written. Run it from this folder.
"""

import copy
import subprocess

import docx
from docx.oxml.ns import qn

EMPTY = "../../../../ops/forms/referral-form.docx"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def controls(root, tag):
    return [s for s in root.iter(qn("w:sdt")) if (t := s.find(qn("w:sdtPr")).find(qn("w:tag"))) is not None and t.get(qn("w:val")) == tag]


def fill(root, tag, text):
    control = controls(root, tag)[0]
    properties = control.find(qn("w:sdtPr"))
    for hint in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(hint)
    runs = list(control.iter(qn("w:r")))
    for style in runs[0].findall(qn("w:rPr")):
        runs[0].remove(style)
    runs[0].find(qn("w:t")).text = text


def tick(root, tag):
    fill(root, tag, "\u2612")
    controls(root, tag)[0].find(qn("w:sdtPr")).find(W14 + "checkbox").find(W14 + "checked").set(W14 + "val", "1")


document = docx.Document(EMPTY)
body = document.element.body
fill(body, "referrer.kind", "A professional")
fill(body, "referrer.name", "Teresa Okonjo-Vale")
fill(body, "referrer.organisation", "Sampleton Primary School")
fill(body, "concern.summary", "She hides when the shouting starts.")
tick(body, "concern.kinds:domestic-violence")
tick(body, "concern.significantHarm")
fill(body, "concern.levelOfNeed", "Level 3")

rows = controls(body, "people[]")[0].find(qn("w:sdtContent"))
rows.append(copy.deepcopy(rows[-1]))
for row, (role, given, family, born) in zip(
    rows,
    [
        ("The child, or another child referred", "Si\u00e2n", "O\u2019Quill-Marsh", "29/02/2016"),
        ("A parent", "Maren", "O\u2019Quill", "5 November 1990"),
        ("A brother or sister", "Tomos", "O\u2019Quill-Marsh", "last summer"),
    ],
):
    fill(row, "people[].role", role)
    fill(row, "people[].names[0].given", given)
    fill(row, "people[].names[0].family", family)
    fill(row, "people[].dateOfBirth", born)

document.add_paragraph("Please ring before ten.")
document.save("filled-by-python-docx.docx")

subprocess.run(["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", ".", EMPTY], check=True)
subprocess.run(["mv", "referral-form.docx", "saved-by-libreoffice.docx"], check=True)
