namespace MashBroker.Messaging.Administration;

/// <summary>One thing at the broker that is not as the plan says.</summary>
/// <param name="Where">e.g. <c>queue mash.sefton.police.red</c>, <c>user guest</c>, <c>listener amqp 0.0.0.0:5672</c>.</param>
/// <param name="Remedy">What an administrator does about it.</param>
public sealed record BrokerDifference(string Where, string Fault, string Remedy);

/// <summary>What the hub's administrator has said about the broker, beside the plan.</summary>
/// <param name="Administrators">Users that may have the administrator tag.</param>
/// <param name="ExpectTls">Nobody may come in without TLS, save from the broker's own machine.</param>
public sealed record BrokerExpectations(IReadOnlyCollection<string> Administrators, bool ExpectTls);
