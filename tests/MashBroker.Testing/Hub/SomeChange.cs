using MashBroker.Contracts;
using MashBroker.Contracts.Cases;

namespace MashBroker.Testing.Hub;

/// <summary>What named persons say to change an enquiry about <see cref="SomeFamily"/> after it was published.</summary>
public static class SomeChange
{
    public static Rerating Rated(Rating rating, string? laterBecause = null) =>
        new()
        {
            By = "A. Manager",
            Role = "manager",
            Rating = rating,
            Reason = "The child was seen.",
            LaterBecause = laterBecause,
        };

    /// <summary>Somebody new lives there.</summary>
    public static NewFacts Told(params Subject[] people) =>
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            Reason = "Somebody more lives there.",
            People = people,
        };

    /// <param name="born">As <c>1980-04-02</c>; null where nobody knows.</param>
    public static Subject Adult(string given, string? born = null) =>
        new()
        {
            Code = "",
            Role = SubjectRole.OtherAdult,
            Names = [new PersonName { Given = given, Family = SomeFamily.Canary }],
            DateOfBirth = born is null
                ? null
                : DateOnly.ParseExact(born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <param name="agency">Null: all that owe a return.</param>
    public static Chase Chased(string? agency) =>
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            Agency = agency,
        };

    public static AskingLater Asked(string agency) =>
        new()
        {
            By = "A. Manager",
            Role = "manager",
            Agency = agency,
            Reason = "It may know the family.",
        };

    /// <param name="agency">Null: the whole enquiry.</param>
    public static EnquiryWithdrawal Withdrawn(string? agency = null) =>
        new()
        {
            By = "A. Manager",
            Role = "manager",
            Reason = "It is another family.",
            Agency = agency,
        };
}
