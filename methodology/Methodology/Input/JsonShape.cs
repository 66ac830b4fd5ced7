using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PilotRegistry.Methodology;

/// <summary>Compares JSON with the type it shall become, member by member, by the same metadata that will read it.</summary>
internal static class JsonShape
{
    public static void Check(JsonElement json, Type type, Problems problems) => CheckValue(json, type, member: null, "", problems);

    private static void CheckValue(JsonElement json, Type type, JsonPropertyInfo? member, string pointer, Problems problems)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        var shape = MethodologyJson.Options.GetTypeInfo(wanted);
        if (shape.Kind is JsonTypeInfoKind.Object) CheckObject(json, shape, pointer, problems);
        else if (shape.Kind is JsonTypeInfoKind.Enumerable) CheckArray(json, shape, pointer, problems);
        else if (wanted == typeof(decimal)) NumberRules.Check(json, Attribute<NumberAttribute>(member)!.MayBeNegative, pointer, problems);
        else if (wanted == typeof(int)) CheckInteger(json, pointer, problems);
        else TextRules.Check(json, wanted, Attribute<Sha256Attribute>(member) is not null, pointer, problems);
    }

    private static void CheckObject(JsonElement json, JsonTypeInfo shape, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(pointer, "wrong-type", "类型不对：此处应为 JSON 对象 { … }。", "Wrong type: enter a JSON object { … } here.");
            return;
        }
        var seen = new HashSet<string>();
        foreach (var property in json.EnumerateObject())
        {
            var name = TextRules.NameOf(property) ?? "";
            var at = $"{pointer}/{Escape(name)}";
            var member = shape.Properties.FirstOrDefault(known => known.Name == name);
            if (member is null) Unknown(at, name, shape, problems);
            else if (!seen.Add(name)) problems.Add(at, "duplicate-member", $"“{name}”出现了两次：请只保留一个。", $"\"{name}\" stands there twice: keep one.");
            else if (property.Value.ValueKind is not JsonValueKind.Null) CheckValue(property.Value, member.PropertyType, member, at, problems);
            else if (member.IsRequired) seen.Remove(name);
        }
        foreach (var member in shape.Properties.Where(known => known.IsRequired && !seen.Contains(known.Name)))
            problems.Missing($"{pointer}/{member.Name}", $" {member.Name}", member.Name);
    }

    private static void CheckArray(JsonElement json, JsonTypeInfo shape, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(pointer, "wrong-type", "类型不对：此处应为 JSON 数组 [ … ]。", "Wrong type: enter a JSON array [ … ] here.");
            return;
        }
        var at = 0;
        foreach (var element in json.EnumerateArray()) CheckValue(element, shape.ElementType!, member: null, $"{pointer}/{at++}", problems);
    }

    private static void CheckInteger(JsonElement json, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Number || !json.TryGetInt32(out _))
            problems.Add(pointer, "wrong-type", "类型不对：此处应为整数，不加引号，例如 2025。", "Wrong type: enter a whole number without quotes, such as 2025.");
    }

    private static void Unknown(string at, string name, JsonTypeInfo shape, Problems problems)
    {
        var known = string.Join(", ", shape.Properties.Select(property => property.Name));
        problems.Add(at, "unknown-member",
            $"没有名为“{name}”的项：请删除，或改用其中之一：{known}。", $"There is no member \"{name}\" here: remove it, or use one of {known}.");
    }

    private static T? Attribute<T>(JsonPropertyInfo? member) where T : Attribute =>
        (member?.AttributeProvider as MemberInfo)?.GetCustomAttribute<T>();

    /// <summary>A member name inside a JSON pointer (RFC 6901).</summary>
    private static string Escape(string name) => name
        .Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
