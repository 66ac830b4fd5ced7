using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// Nine personas for a local run, only where <c>Demo:AccountsFile</c> names a file. The file is what counts: secrets in it
/// are kept and brought to the database, missing ones are made anew. There is no secret in this program.
/// </summary>
public static class DemoAccounts
{
    private sealed record Persona(string Name, string Role, string? Province, Guid Organisation, string DisplayName);

    /// <summary>A line of the file, as published: docs/api, "demo-accounts.json".</summary>
    private sealed record Entry(
        string Persona, string Role, string? Province, Guid? ParkId, string Username, string Password, string ClientId, string ClientSecret);

    /// <summary>江苏 (GB/T 2260).</summary>
    private const string Jiangsu = "320000";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Organisation ParkBody = Organisation(2, "演示园区管理委员会", "management-body");
    private static readonly Organisation City = Organisation(3, "演示市发展和改革委员会", "authority");
    private static readonly Organisation Province = Organisation(4, "江苏省发展和改革委员会（演示）", "authority");
    private static readonly Organisation Nation = Organisation(5, "国家发展和改革委员会（演示）", "authority");
    private static readonly Organisation Experts = Organisation(6, "专家组（演示）", "expert-group");
    private static readonly Organisation Body = Organisation(7, "演示核查机构", "verification-body");
    private static readonly Organisation Audit = Organisation(8, "审计机构（演示）", "authority");

    private static readonly IReadOnlyList<Persona> Personas =
    [
        new("park", Roles.Park, Jiangsu, ParkBody.Id, "演示·园区"),
        new("city", Roles.City, Jiangsu, City.Id, "演示·地市"),
        new("province", Roles.Province, Jiangsu, Province.Id, "演示·省级"),
        new("national", Roles.National, null, Nation.Id, "演示·国家"),
        new("expert", Roles.Expert, null, Experts.Id, "演示·专家"),
        new("verifier", Roles.Verifier, null, Body.Id, "演示·核查员"),
        new("verifier-lead", Roles.VerifierLead, null, Body.Id, "演示·核查组长"),
        new("auditor", Roles.Auditor, null, Audit.Id, "演示·审计"),
        new("operator", Roles.Operator, null, Organisations.Platform, "演示·运营")
    ];

    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<IConfiguration>()["Demo:AccountsFile"] is not { Length: > 0 } path) return;
        var db = services.GetRequiredService<IdentityDb>();
        var users = services.GetRequiredService<UserManager<Account>>();
        var known = await db.Organisations.Select(organisation => organisation.Id).ToListAsync(ct);
        db.Organisations.AddRange(new[] { ParkBody, City, Province, Nation, Experts, Body, Audit }.Where(o => !known.Contains(o.Id)));
        await db.SaveChangesAsync(ct);

        var kept = Read(path);
        var entries = new List<Entry>();
        foreach (var persona in Personas)
        {
            var name = $"demo-{persona.Name}";
            var entry = kept.FirstOrDefault(e => e.Persona == persona.Name)
                ?? new(persona.Name, persona.Role, persona.Province, ParkId: null, name, Passwords.New(), name, Secret.New());
            var account = await PutAsync(users, persona, entry);
            await RegisterClients.PutAsync(db, entry.ClientId, entry.ClientSecret, null, null, account.Id, ct);
            entries.Add(entry);
        }
        Write(path, entries);
    }

    private static async Task<Account> PutAsync(UserManager<Account> users, Persona persona, Entry entry)
    {
        var account = await users.FindByNameAsync(entry.Username);
        if (account is null)
        {
            account = new()
            {
                Id = Guid.CreateVersion7(),
                UserName = entry.Username,
                DisplayName = persona.DisplayName,
                Role = persona.Role,
                OrganisationId = persona.Organisation,
                Province = persona.Province,
                Created = TimeProvider.System.GetUtcNow(),
                Email = $"{entry.Username}@registry.example"
            };
            var outcome = await users.CreateAsync(account);
            if (!outcome.Succeeded) throw new InvalidOperationException(outcome.ToString());
        }
        if (!await users.CheckPasswordAsync(account, entry.Password)) await users.SetPasswordAsync(account, entry.Password);
        return account;
    }

    private static Organisation Organisation(int number, string name, string kind) =>
        new() { Id = new($"0197f000-0000-7000-8000-{number:D12}"), Name = name, Kind = kind, Created = TimeProvider.System.GetUtcNow() };

    private static List<Entry> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(path), Json) ?? [] : [];

    /// <summary>Readable by its owner only from the first byte on, and whole or not at all.</summary>
    private static void Write(string path, List<Entry> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options)) JsonSerializer.Serialize(file, entries, Json);
        File.Move(draft, path, overwrite: true);
    }
}
