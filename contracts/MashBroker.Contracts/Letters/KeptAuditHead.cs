namespace MashBroker.Contracts.Letters;

/// <summary>A head as an agency keeps and exports it: for whoever verifies the hub's record of acts from outside.</summary>
/// <param name="Certificate">Base64 of the certificate with which the hub signed it.</param>
/// <param name="ReceivedAt">By the agency's clock.</param>
public sealed record KeptAuditHead(AuditHead Head, string Certificate, DateTimeOffset ReceivedAt) : ContractRecord;
