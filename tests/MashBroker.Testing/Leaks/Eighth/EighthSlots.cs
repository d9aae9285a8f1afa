using System.Globalization;
using System.Text.RegularExpressions;

namespace MashBroker.Testing.Leaks;

/// <summary>Fills the slots of a frame: what the scene fixes, what chance decides, and what the trap itself brings.</summary>
internal sealed partial class EighthSlots(EighthScene scene, Random chance)
{
    private const int Year = 2026;

    private static readonly string[] Days =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static readonly string[] Months = ["June", "July", "August", "September", "October"];

    private readonly Dictionary<string, string> _brought = new(StringComparer.Ordinal);

    public EighthSlots With(string slot, string text)
    {
        _brought[slot] = text;
        return this;
    }

    public string Fill(string frame)
    {
        var filled = Slot().Replace(frame, slot => Text(slot.Groups["name"].Value));
        // A name that ends in an initial brings its own full stop.
        return (char.ToUpperInvariant(filled[0]) + filled[1..]).Replace("..", ".", StringComparison.Ordinal);
    }

    private string Text(string slot)
    {
        if (_brought.TryGetValue(slot, out var brought))
        {
            return Clause(brought);
        }

        var small = char.ToLowerInvariant(slot[0]) + slot[1..];
        return small == slot ? Of(slot) : Capital(Text(small));
    }

    private string Of(string slot) => Family(slot) ?? Person(slot) ?? Professional(slot) ?? When(slot) ?? Figure(slot);

    private string? Family(string slot) =>
        slot switch
        {
            "child" => scene.Family.Child,
            "mother" => scene.Family.Mother,
            "surname" => scene.Family.Surname,
            "home" => scene.Family.Home,
            "homepc" => scene.Family.HomePostcode,
            "town" => scene.Family.Town,
            "he" => scene.Boy ? "he" : "she",
            "him" => scene.Boy ? "him" : "her",
            "his" => scene.Boy ? "his" : "her",
            "boy" => scene.Boy ? "boy" : "girl",
            "son" => scene.Boy ? "son" : "daughter",
            "worry" => Clause(chance.Among(EighthWorries.Clauses)),
            "worries" => Clause(chance.Among(EighthWorries.Things)),
            _ => null,
        };

    /// <summary>Of the person who referred.</summary>
    private string? Person(string slot) =>
        slot switch
        {
            "rhe" => scene.Female ? "she" : "he",
            "rhim" => scene.Female ? "her" : "him",
            "rhis" => scene.Female ? "her" : "his",
            "lady" => scene.Female ? "lady" : "gentleman",
            "woman" => scene.Female ? "woman" : "man",
            "auntie" => scene.Female ? "auntie" : "uncle",
            "mum" => scene.Female ? "mum" : "dad",
            _ => null,
        };

    private string? Professional(string slot) =>
        slot switch
        {
            "school" => scene.School,
            "teacher" => scene.Teacher,
            "doctor" => scene.Doctor,
            "hv" => scene.HealthVisitor,
            "officer" => scene.Officer,
            "worker" => scene.Worker,
            "hospital" => chance.Among(EighthProfessionals.Hospitals),
            "agencytel" => $"0300 {EighthContactPoints.Digits(chance, 3)} {EighthContactPoints.Digits(chance, 4)}",
            "agencymail" => chance.Among(["mash.duty", "safeguarding", "admin.office", "dutyteam"])
                + "@hub.example.gov.uk",
            "ref" => $"{chance.Next(41, 48)}26{EighthContactPoints.Digits(chance, 7)}",
            _ => null,
        };

    private string? When(string slot) =>
        slot switch
        {
            "day" => chance.Among(Days),
            "weekday" => Days[chance.Next(5)],
            "month" => chance.Among(Months),
            "schooltime" => $"{chance.Next(10, 15)}{chance.Among([":", "."])}{chance.Next(0, 12) * 5:00}",
            "date" => Date(),
            "time" => $"{chance.Next(8, 21):00}{chance.Among([":", "."])}{chance.Next(0, 12) * 5:00}",
            _ => null,
        };

    private string Figure(string slot) =>
        slot switch
        {
            "age" => scene.Age.ToString(CultureInfo.InvariantCulture),
            "class" => (scene.Age - 4).ToString(CultureInfo.InvariantCulture),
            "few" => chance.Among(["two", "three", "four", "five", "six"]),
            "n" => chance.Next(2, 10).ToString(CultureInfo.InvariantCulture),
            "nn" => chance.Next(11, 60).ToString(CultureInfo.InvariantCulture),
            "percent" => chance.Next(61, 98).ToString(CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException(
                $"No slot is named '{slot}'. Correct the frame, or bring the slot."
            ),
        };

    private string Date()
    {
        var day = new DateOnly(Year, 9, 1).AddDays(chance.Next(60));
        // Schools and surgeries write on working days.
        day = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.AddDays(2) : day;
        var format = chance.Among(["d MMMM yyyy", "d MMMM", "d MMM", "dd/MM/yyyy", "d.M.yy", "dddd d MMMM"]);
        return day.ToString(format, CultureInfo.GetCultureInfo("en-GB"));
    }

    private string Clause(string clause) => Slot().Replace(clause, slot => Text(slot.Groups["name"].Value));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Slot();
}
