using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Advice about thresholds before anybody is referred. Nothing that names a child is kept of it.</summary>
/// <param name="By">Who gives it.</param>
/// <param name="OfferedTo">Who may ask.</param>
/// <param name="About">In plain words.</param>
public sealed record ConsultationRule(string By, IReadOnlyList<ReferrerKind> OfferedTo, string About);
