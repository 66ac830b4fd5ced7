using System.Reflection;
using System.Reflection.Emit;

namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>Makes an assembly with one event that nobody would approve, so that the catalogue of the others stays whole.</summary>
public static class Declaration
{
    public static Assembly Of(string name, string? storedAs)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new(name), AssemblyBuilderAccess.Run).DefineDynamicModule(name);
        var type = module.DefineType(name, TypeAttributes.Public, typeof(DomainEvent));
        var copy = type.DefineMethod("<Clone>$", MethodAttributes.Public | MethodAttributes.Virtual, typeof(DomainEvent), []).GetILGenerator();
        copy.Emit(OpCodes.Ldnull);
        copy.Emit(OpCodes.Ret);
        if (storedAs is not null)
        {
            type.SetCustomAttribute(new(typeof(StoredAsAttribute).GetConstructor([typeof(string)])!, [storedAs]));
        }

        return type.CreateType().Assembly;
    }
}
