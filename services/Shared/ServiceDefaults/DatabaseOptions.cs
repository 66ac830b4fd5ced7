using System.ComponentModel.DataAnnotations;
using Npgsql;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Where the service's database is; section <c>Database</c>. Only <c>--migrate</c> is given Owner and Admin.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The role that serves: may add to the record, never change it.</summary>
    [Required(ErrorMessage = "Set Database__Serving to the connection string of the serving role.")]
    public required string Serving { get; init; }

    /// <summary>The role that owns the schema.</summary>
    public string? Owner { get; init; }

    /// <summary>May create roles and schemas; absent where an administrator has done it.</summary>
    public string? Admin { get; init; }

    public string ServingRole => new NpgsqlConnectionStringBuilder(Serving).Username!;
}
