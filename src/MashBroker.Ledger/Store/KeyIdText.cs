using System.Data;
using Dapper;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger;

internal sealed class KeyIdText : SqlMapper.TypeHandler<KeyId>
{
    public override KeyId Parse(object value) => Read((string)value);

    public static KeyId Read(string text) =>
        KeyId.TryParse(text, out var id)
            ? id
            : throw new LedgerException("The ledger holds a key's id that is none. Restore the last backup.");

    public override void SetValue(IDbDataParameter parameter, KeyId value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value.ToString();
    }
}
