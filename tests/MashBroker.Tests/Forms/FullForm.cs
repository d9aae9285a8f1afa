namespace MashBroker.Tests.Forms;

/// <summary>A form on which everything is filled in that can be.</summary>
internal static class FullForm
{
    public static SomeForm Make() =>
        new SomeForm()
            .Fill("referrer.kind", "A professional")
            .Fill("referrer.name", "Teresa Okonjo-Vale")
            .Fill("referrer.role", "Head teacher")
            .Fill("referrer.organisation", "Sampleton Primary School")
            .Fill("referrer.telephone", "01632 960120")
            .Fill("referrer.email", "head@sampleton.example")
            .Change(Child)
            .Change(Mother)
            .Change(Unborn)
            .Fill("concern.summary", "She hides when the shouting starts.\nShe did not want to go home.")
            .Tick("concern.kinds:domestic-violence")
            .Tick("concern.kinds:emotional-harm")
            .Tick("concern.significantHarm")
            .Fill("concern.levelOfNeed", "Level 4")
            .Fill("concernSummary", "Shouting at home.")
            .Tick("doNotInformFamily")
            .Fill("consent.parents", "They were told")
            .Fill("consent.agreement", "They do not agree")
            .Fill("consent.soughtFrom", "mother")
            .Fill("consent.reason", "She wants nobody to come.")
            .Fill("openTo[].service", "Early Help")
            .Fill("openTo[].worker", "Ola Sample")
            .Fill("openTo[].team", "North")
            .Date("openTo[].since", "01/09/2026", "2026-09-01")
            .Fill("missingEpisodes[].from", "04/07/2026 19:30")
            .Fill("missingEpisodes[].until", "05/07/2026 9:00")
            .Fill("missingEpisodes[].from", "14/02/2026 18:15", row: 1)
            .Date("previousReferrals[].on", "11/06/2025", "2025-06-11")
            .Fill("previousReferrals[].outcome", "Early Help");

    private static void Child(SomeForm form) =>
        form.Fill("people[].role", "The child, or another child referred")
            .Fill("people[].names[0].given", "Siân Łucja")
            .Fill("people[].names[0].family", "O’Quill-Marsh")
            .Fill("people[].names[0].use", "In use now")
            .Fill("people[].names[1].given", "Lucy")
            .Fill("people[].names[1].family", "Quill")
            .Fill("people[].names[1].use", "Another name in use")
            .Date("people[].dateOfBirth", "29/02/2016", "2016-02-29")
            .Fill("people[].dateOfBirthQuality", "Seen on a document")
            .Fill("people[].gender", "Female")
            .Fill("people[].addresses[0].lines", "3 Sample Row\nSampleton")
            .Fill("people[].addresses[0].postcode", "ZE99 1ZZ")
            .Fill("people[].addresses[0].uprn", "100023336956")
            .Date("people[].addresses[0].from", "01/08/2024", "2024-08-01")
            .Tick("people[].addresses[0].protected")
            .Fill("people[].addresses[1].lines", "9 Other Row")
            .Fill("people[].addresses[1].postcode", "ZE99 1ZY")
            .Date("people[].addresses[1].from", "01/01/2020", "2020-01-01")
            .Date("people[].addresses[1].to", "31/07/2024", "2024-07-31")
            .Fill("people[].identifiers:nhs-number", "944 930 5552")
            .Fill("people[].identifiers:upn", "B801200005001");

    private static void Mother(SomeForm form) =>
        form.Fill("people[].role", "A parent", row: 1)
            .Fill("people[].names[0].given", "Maren", row: 1)
            .Fill("people[].names[0].family", "O’Quill", row: 1)
            .Fill("people[].telephones", "01632 960155\n07700 900155", row: 1)
            .Fill("people[].relationship", "mother", row: 1)
            .Tick("people[].addresses[0].noFixedAddress", row: 1);

    private static void Unborn(SomeForm form) =>
        form.Fill("people[].role", "An unborn child", row: 2)
            .Date("people[].expectedDelivery", "20/01/2027", "2027-01-20", row: 2);
}
