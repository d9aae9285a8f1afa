namespace MashBroker.Rules;

/// <summary>
/// What can be stated as the lawful basis of sharing. Consent is none of these: an agency that holds something of a child at
/// risk does not depend on a parent's yes. UK GDPR and Data Protection Act 2018, section 10 and Schedule 1, paragraph 18.
/// </summary>
public static class SharingCodes
{
    /// <summary>Powers and duties, beside those of the hub's own legal bases.</summary>
    public static readonly IReadOnlyList<SharingCode> Powers =
    [
        new("children-act-1989-s17", "Children Act 1989, section 17"),
        new("children-act-1989-s47", "Children Act 1989, section 47"),
        new("children-act-2004-s10", "Children Act 2004, section 10"),
        new("children-act-2004-s11", "Children Act 2004, section 11"),
        new("children-act-2004-s16e", "Children Act 2004, section 16E"),
        new("crime-and-disorder-act-1998-s115", "Crime and Disorder Act 1998, section 115"),
    ];

    /// <summary>UK GDPR, article 6.</summary>
    public static readonly IReadOnlyList<SharingCode> Bases =
    [
        new("uk-gdpr-6-1-c", "UK GDPR, article 6(1)(c), a legal obligation"),
        new("uk-gdpr-6-1-e", "UK GDPR, article 6(1)(e), a public task"),
    ];

    /// <summary>For special category data. Each is met without consent only on one of <see cref="WithoutConsent"/>.</summary>
    public static readonly IReadOnlyList<SharingCode> Conditions =
    [
        new(
            "safeguarding",
            "UK GDPR, article 9(2)(g), with Data Protection Act 2018, Schedule 1, paragraph 18 (safeguarding)"
        ),
    ];

    /// <summary>Schedule 1, paragraph 18(2).</summary>
    public static readonly IReadOnlyList<SharingCode> WithoutConsent =
    [
        new("a", "(a) consent cannot be given"),
        new("b", "(b) it cannot reasonably be expected that consent is obtained"),
        new("c", "(c) to obtain consent would prejudice the protection"),
    ];

    public static readonly IReadOnlyList<SharingCode> OffenceData =
    [
        new("uk-gdpr-10", "UK GDPR, article 10, with Data Protection Act 2018, section 10(5)"),
    ];

    /// <returns>The name; the code itself where the list does not have it.</returns>
    public static string NameOf(IEnumerable<SharingCode> codes, string code) =>
        codes.FirstOrDefault(each => each.Code == code)?.Name ?? code;
}

/// <param name="Name">As people call it.</param>
public sealed record SharingCode(string Code, string Name);
